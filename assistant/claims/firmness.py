"""Whether a number that disagrees is wrong, or may well be of something the table does not hold."""

from assistant.claims.candidates import Named
from assistant.claims.fragments import has_any, names_something
from assistant.claims.layout import Label, Number
from assistant.claims.lexicon import Facet, Role
from assistant.claims.phrases import claim_phrases
from assistant.claims.scene import Scene
from assistant.claims.topics import Kind, Topic
from assistant.claims.verdicts import Verdict
from assistant.forms import Table
from assistant.model import Level
from assistant.numerals import Quantity, Script

_LOOK_AHEAD = 24
_LOOK_BACK = 120
_WEAK_OBJECT = 3


def is_firm(scene: Scene, number: Number, label: Label, found: Named, topic: Topic) -> bool:
    """Whether a number that disagrees is wrong, and not of something the table does not hold."""
    quantity = number.token.quantity
    if quantity.role is not None or _is_proverb(number, label):
        return False
    if _is_part_of_scope(scene, number, label):
        return False
    table = scene.figures.form.table(found.table)
    if table.rows_need_object:
        return not _is_sub_scope(scene, label, topic)
    if _by_another_measure(scene, number) or _is_of_others(label, topic, table):
        return False
    return _goes_on(scene, number, label, found) or not _is_published(label, topic, quantity)


def _is_of_others(label: Label, topic: Topic, table: Table) -> bool:
    """Documents that were only looked at, or a row named in talk of something else."""
    if _tells_column(label):
        return False
    if has_any(label.text_before, claim_phrases().looked_at):
        return True
    return topic.kind is Kind.FOREIGN and not table.unsaid_columns


def _is_proverb(number: Number, label: Label) -> bool:
    """办结一件，满意一件 counts nothing."""
    quantity = number.token.quantity
    written = quantity.script is Script.CHINESE and quantity.value == 1
    return written and not any(word.of(Facet.OBJECT) for word in label.before)


def _by_another_measure(scene: Scene, number: Number) -> bool:
    """Whether cases are counted as filed, or as the cases of an authority that decides them."""
    phrases = claim_phrases()
    start, _ = scene.layout.sentence(number.start)
    told = scene.layout.shadow.text[max(start, number.start - _LOOK_BACK) : number.start]
    if has_any(told, phrases.other_measures):
        return True
    return has_any(told, phrases.own_business) and not has_any(told, phrases.own_subject)


def _is_part_of_scope(scene: Scene, number: Number, label: Label) -> bool:
    phrases = claim_phrases()
    start, end = scene.layout.clause(number.start)
    start, end = max(start, number.start - _LOOK_BACK), min(end, number.reach + _LOOK_AHEAD)
    clause = scene.layout.shadow.text[start:end]
    if has_any(clause, phrases.older_scope) and "本年" not in clause:
        return True
    region = scene.context.level is Level.REGION
    if region:
        return has_any(label.text_before, phrases.own_office)
    return has_any(label.text_before, phrases.whole_region)


def _is_sub_scope(scene: Scene, label: Label, topic: Topic) -> bool:
    """Whether only some applications are counted: by channel, by subject, by office."""
    channels = [mention for mention in label.mentions if Role.CHANNEL in mention.roles]
    if channels and "等" not in scene.layout.shadow.text[channels[-1].end :][:2]:
        return True
    objects = [mention for mention in label.mentions if mention.of(Facet.OBJECT)]
    bare = all(len(mention.word) < _WEAK_OBJECT for mention in objects)
    if names_something(label.gap) or (topic.kind is Kind.FOREIGN and bare):
        return True
    weak = [m for m in label.before if m.of(Facet.OBJECT) and len(m.word) <= _WEAK_OBJECT]
    if not weak or (
        len(label.before) > 1
        and any(m.of(Facet.OBJECT) and len(m.word) > _WEAK_OBJECT for m in label.before)
    ):
        return False
    index = label.before.index(weak[-1])
    left = label.before[index - 1].end if index else weak[-1].start - len(label.text_before)
    text = scene.layout.shadow.text
    return names_something(text[max(0, left) : weak[-1].start]) if index else False


def _is_published(label: Label, topic: Topic, quantity: Quantity) -> bool:
    """Whether items published are counted: 行政许可93条 on a website is not what was decided."""
    if _tells_column(label):
        return False
    if any(Role.PUBLICATION in mention.roles for mention in label.mentions):
        return True
    columns = any(mention.of(Facet.COLUMN) for mention in label.mentions)
    if topic.kind is not Kind.PUBLICATION:
        return False
    return not columns or quantity.unit in claim_phrases().published_units


def _tells_column(label: Label) -> bool:
    """Whether a column is named by a word that is not also said of publishing: 现行有效."""
    return any(
        sense.rank == 0 and Role.PUBLICATION not in mention.roles
        for mention in label.mentions
        for sense in mention.of(Facet.COLUMN)
    )


def _goes_on(scene: Scene, number: Number, label: Label, found: Named) -> bool:
    """作出行政处罚12件、行政许可30件: the next in a list is said as the one before it."""
    start, _ = scene.layout.clause(number.start)
    last = scene.said.firm
    listed = last is not None and last[0] >= start and last[1] == found.table
    return listed and not any(Role.PUBLICATION in mention.roles for mention in label.mentions)


def repeated(scene: Scene, verdict: Verdict) -> bool:
    """Whether the sentence has already told this figure: then this one is some part of it."""
    return verdict.fits is False and verdict.chosen in scene.said.in_sentence
