"""What a paper is asked about its topics, and what it answers: from the paper alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sitegen.cache import again
from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.topics import evidence, phrases, reasons, tokens
from sitegen.topics.differences import changed, renewed
from sitegen.topics.evidence import Mention
from sitegen.topics.reasons import Clues


class Question(Parcel, frozen=True):
    """Where does a paper speak of these topics, and what else does it tell of them?

    Attributes:
        paper: Title, abstract and keywords are looked at.
        topics: Keys of topics with all keys that stand for them, in order.
        acronyms: Acronyms that need no definition, with their long forms, as keys: those that
            could tell something here, in order.
    """

    paper: Paper
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    acronyms: tuple[tuple[str, str], ...]


class Answer(Parcel, frozen=True):
    """What a paper says of its topics, in reading order, and what else it tells of them."""

    mentions: Sequence[Mention]
    clues: Clues


Answered = Callable[[Sequence[Question]], Iterable[Answer]]


def answered(questions: Sequence[Question]) -> list[Answer]:
    """Return the answers to some questions."""
    return [_answered(question) for question in questions]


def _answered(question: Question) -> Answer:
    """Return the answer to a question."""
    paper, acronyms = question.paper, dict(question.acronyms)
    texts = phrases.cut(paper)
    spelling = {key: topic for topic, keys in question.topics for key in keys}
    found = evidence.mentions(texts, spelling, acronyms)
    return Answer(found, reasons.clues(paper, texts, found, acronyms))


class _Asked(Parcel, frozen=True):
    """What was asked last, and what from.

    Attributes:
        papers: With all that is looked at, by id.
        tags: The keys of each paper's topics.
        pinned: Keys of topics that all papers are asked about.
        keys_of: All spellings of each topic, as keys.
        acronyms: Acronyms that need no definition, with their long forms, as keys.
        questions: For each paper.
    """

    papers: Mapping[str, Paper]
    tags: Mapping[str, Sequence[str]]
    pinned: Sequence[str]
    keys_of: Mapping[str, Sequence[str]]
    acronyms: Mapping[str, str]
    questions: Mapping[str, Question] = {}


_LAST = again.Last[_Asked](__name__)


def asked(
    papers: Mapping[str, Paper],
    tags: Mapping[str, Sequence[str]],
    pinned: Sequence[str],
    keys_of: Mapping[str, Sequence[str]],
    acronyms: Mapping[str, str],
) -> Mapping[str, Question]:
    """Return what each paper is asked about its topics and about pinned ones, by its id.

    Args:
        papers: With all that is looked at, by id.
        tags: The keys of each paper's topics.
        pinned: Keys of topics that all papers are asked about.
        keys_of: All spellings of each topic, as keys.
        acronyms: Acronyms that need no definition, with their long forms, as keys.
    """
    now, last = _Asked(papers, {**tags}, pinned, keys_of, acronyms), _LAST.recalled()
    touched, known = _touched(now, last), last.questions if last else {}
    asking = Questions(keys_of, acronyms)
    new: dict[str, Question] = {}
    for paper in touched & papers.keys():
        other = asking.question(papers[paper], {*tags[paper], *pinned})
        new[paper] = again.as_before(other, known.get(paper))
    found = renewed(papers, known, new)
    _LAST.hold(replace(now, questions=found), len(papers))
    return found


def _touched(now: _Asked, last: _Asked | None) -> set[str]:
    """Return the papers that may be asked something else than before."""
    if last is None or last.acronyms != now.acronyms:
        return {*now.papers}
    topics = {key for key, keys in now.keys_of.items() if last.keys_of.get(key) != keys}
    if last.pinned != now.pinned or not topics.isdisjoint(now.pinned):
        return {*now.papers}
    papers = changed(now.papers, last.papers) | changed(now.tags, last.tags)
    if topics:
        papers |= {paper for paper, keys in now.tags.items() if not topics.isdisjoint(keys)}
    return papers


class Questions:
    """Asks papers about topics.

    Args:
        keys_of: All spellings of each topic, as keys.
        acronyms: Acronyms that need no definition, with their long forms, as keys.
    """

    def __init__(self, keys_of: Mapping[str, Sequence[str]], acronyms: Mapping[str, str]) -> None:
        self._acronyms = acronyms
        self._keys_of = keys_of
        self._short: dict[str, list[tuple[str, str]]] = {}
        for pair in acronyms.items():
            self._short.setdefault(pair[1], []).append(pair)
        # What is asked of many papers is looked up once.
        self._known: dict[str, tuple[tuple[str, tuple[str, ...]], list[tuple[str, str]]]] = {}

    def _topic(self, topic: str) -> tuple[tuple[str, tuple[str, ...]], list[tuple[str, str]]]:
        """Return a topic with all keys that stand for it, and the acronyms that mean it."""
        if topic not in self._known:
            keys = tuple(self._keys_of[topic])
            pairs = [pair for key in keys for pair in self._short.get(key, ())]
            self._known[topic] = (topic, keys), pairs
        return self._known[topic]

    def question(self, paper: Paper, topics: Iterable[str]) -> Question:
        """Return what `paper` is asked about `topics`, given as keys.

        An acronym tells something where it means one of the topics or is a keyword.
        """
        told = [*map(self._topic, sorted(topics))]
        pairs = {pair for _, short in told for pair in short}
        for key in map(tokens.key, paper.keywords):
            if key in self._acronyms:
                pairs.add((key, self._acronyms[key]))
        return Question(paper, tuple([topic for topic, _ in told]), tuple(sorted(pairs)))
