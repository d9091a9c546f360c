"""Whether a number that disagrees is wrong, or may well be of something the table does not hold."""

from assistant.claims.candidates import Named
from assistant.claims.fragments import has_any, names_something
from assistant.claims.labels import Label
from assistant.claims.layout import Number
from assistant.claims.lexicon import Facet, Role
from assistant.claims.phrases import claim_phrases
from assistant.claims.rows import generic_rows
from assistant.claims.scene import Scene
from assistant.claims.topics import Kind, Topic
from assistant.claims.verdicts import Verdict
from assistant.forms import Table
from assistant.model import Level
from assistant.numerals import Script

_LOOK_AHEAD = 24
_LOOK_BACK = 120
_WEAK_OBJECT = 3


def is_firm(scene: Scene, number: Number, label: Label, found: Named, topic: Topic) -> bool:
    """Whether a number that disagrees is wrong, and not of something the table does not hold."""
    quantity = number.token.quantity
    sure = found.sure or _heads_outcomes(scene, number, found, topic)
    if not sure or quantity.role is not None or _is_proverb(number, label):
        return False
    if _is_part_of_scope(scene, number, label):
        return False
    table = scene.figures.form.table(found.table)
    if table.rows_need_object:
        others = _is_sub_scope(scene, number, label, topic) or _looks_at(label)
        return not others
    if table.unsaid_columns:
        return not (_by_another_measure(scene, number, table) or _is_about_papers(label, table))
    if _goes_on(scene, number, label, found):
        return True
    return not (
        _is_headed(scene, label, found)
        or _is_of_others(scene, number, label, topic)
        or _is_published(scene, number, label, topic)
    )


def _heads_outcomes(scene: Scene, number: Number, found: Named, topic: Topic) -> bool:
    """答复结果：公开5件、部分公开2件: what the next in the list tells, this one is of too."""
    table = scene.figures.form.table(found.table)
    if not (table.rows_need_object and topic.is_of(table.id)):
        return False
    end = min(scene.layout.sentence(number.start)[1], number.reach + _LOOK_AHEAD)
    generic = generic_rows(table)
    return any(
        sense.rank == 0 and sense.name not in generic
        for mention in scene.layout.within(number.reach, end)
        for sense in mention.of(Facet.ROW, table.id)
    )


def _is_of_others(scene: Scene, number: Number, label: Label, topic: Topic) -> bool:
    """Documents that were only looked at, or a row named in talk of something else."""
    if not any(word.of(Facet.ROW) for word in label.mentions) and _papers_are_sorted(scene, label):
        return True
    if _tells_column(label):
        return False
    if has_any(label.text_before, claim_phrases().looked_at):
        return True
    if any(Role.PUBLICATION not in m.roles and m.of(Facet.COLUMN) for m in label.mentions):
        return False
    return topic.kind is Kind.FOREIGN and _is_set_here(scene, number)


def _papers_are_sorted(scene: Scene, label: Label) -> bool:
    """对以往文件进行清理，失效2件: papers of another kind than the row named before."""
    told = scene.said.figure_before(label.start)
    least = max(0 if told is None else told[0], label.start - _LOOK_AHEAD)
    return has_any(scene.layout.shadow.text[least : label.start], claim_phrases().looked_at)


def _is_set_here(scene: Scene, number: Number) -> bool:
    """Whether what is talked of was named in the sentence itself."""
    return scene.topics.set_at(number.start) >= scene.layout.sentence(number.start)[0]


def _is_proverb(number: Number, label: Label) -> bool:
    """办结一件，满意一件 counts nothing."""
    quantity = number.token.quantity
    written = quantity.script is Script.CHINESE and quantity.value == 1
    return written and not any(word.of(Facet.OBJECT) for word in label.before)


def _is_about_papers(label: Label, table: Table) -> bool:
    """行政复议决定书公开12份: what is done with the papers of the cases."""
    named = [m for m in label.before if any(s.table == table.id for s in m.senses)]
    behind = label.before[label.before.index(named[-1]) + 1 :] if named else ()
    return any(mention.roles & {Role.FOREIGN, Role.PUBLICATION} for mention in behind)


def _looks_at(label: Label) -> bool:
    """审核区政府的申请答复33件: what others are to answer."""
    objects = [word for word in label.before if word.of(Facet.OBJECT)]
    if not objects:
        return False
    told = label.text_before[: objects[-1].start - label.start]
    return has_any(told, claim_phrases().looked_at)


def _by_another_measure(scene: Scene, number: Number, table: Table) -> bool:
    """Whether cases are counted as filed, or as the cases of an authority that decides them."""
    phrases = claim_phrases()
    text = scene.layout.shadow.text
    start = max(scene.layout.sentence(number.start)[0], number.start - _LOOK_BACK)
    since, last = start, scene.said.firm
    if last is not None and last[1] == table.id:
        since = max(start, last[0])
    if has_any(text[since : number.start], phrases.other_measures):
        return True
    named = [m.end for m in scene.layout.within(since, number.start) if m.of(Facet.ROW, table.id)]
    bare = number.start if since == start else since
    verb = text[since : named[-1] if named else bare]
    own = has_any(text[start : number.start], phrases.own_subject)
    return has_any(verb, phrases.own_business) and not own


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


def _is_sub_scope(scene: Scene, number: Number, label: Label, topic: Topic) -> bool:
    """Whether only some applications are counted: by channel, by subject, by office."""
    channels = [mention for mention in label.mentions if Role.CHANNEL in mention.roles]
    if channels and "等" not in scene.layout.shadow.text[channels[-1].end :][:2]:
        return True
    objects = [mention for mention in label.mentions if mention.of(Facet.OBJECT)]
    bare = all(len(mention.word) < _WEAK_OBJECT for mention in objects)
    told = not _is_set_here(scene, number) and (objects or _names_outcome(scene, label))
    if names_something(label.gap) or (topic.kind is Kind.FOREIGN and bare and not told):
        return True
    if _is_of_an_office(scene, label):
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


def _is_headed(scene: Scene, label: Label, found: Named) -> bool:
    """收费：原有2项: a heading without a known name stands between the number and its row."""
    if found.spoken:
        return False
    told = scene.said.figure_before(label.start)
    least = max(0 if told is None else told[0], label.start - _LOOK_AHEAD)
    return "：" in scene.layout.shadow.text[least : label.start]


def _names_outcome(scene: Scene, label: Label) -> bool:
    """Whether a row is named that is said of nothing else: 予以公开, and not 办结."""
    form = scene.figures.form
    return any(
        sense.rank == 0 and sense.name not in generic_rows(form.table(sense.table))
        for mention in label.mentions
        for sense in mention.of(Facet.ROW)
    )


def _is_of_an_office(scene: Scene, label: Label) -> bool:
    """县自然资源局收到34件: the count of one of several offices, where only a verb is named."""
    verbs = [mention for mention in label.before if mention.of(Facet.ROW)]
    if not verbs or any(mention.of(Facet.OBJECT) for mention in label.mentions):
        return False
    subject = scene.layout.shadow.text[label.start : verbs[0].start]
    phrases = claim_phrases()
    other = names_something(subject) or has_any(subject, (*phrases.left_over, *phrases.offices))
    return other and not _names_outcome(scene, label)


def _is_published(scene: Scene, number: Number, label: Label, topic: Topic) -> bool:
    """Whether items published are counted: 行政许可93条 on a website is not what was decided."""
    if _tells_column(label):
        return False
    if any(Role.PUBLICATION in mention.roles for mention in label.mentions):
        return True
    if (
        topic.kind is Kind.PUBLICATION
        and number.token.quantity.unit in claim_phrases().published_units
    ):
        return True
    if any(mention.of(Facet.COLUMN) for mention in label.mentions):
        return False
    start, _ = scene.layout.sentence(number.start)
    told = scene.layout.within(max(start, number.start - _LOOK_BACK), number.start)
    return any(Role.PUBLICATION in mention.roles for mention in told)


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
