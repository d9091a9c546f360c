from statistics import median

from tests.architecture.source import length, modules

MODULE_LINES = 400
FUNCTION_LINES = 50
MEDIAN_BELOW = 10


def test_no_module_is_longer_than_the_house_allows() -> None:
    long = {
        module.name: lines
        for module in modules()
        if (lines := module.text.count("\n")) > MODULE_LINES
    }

    assert {} == long


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{module.at(function)} {function.name}": length(function)
        for module in modules()
        for function in module.functions()
        if length(function) > FUNCTION_LINES
    }

    assert {} == long


def test_most_functions_are_read_at_a_glance() -> None:
    lengths = [length(function) for module in modules() for function in module.functions()]

    assert median(lengths) < MEDIAN_BELOW
