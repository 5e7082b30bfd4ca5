"""What a paper is asked about its topics, and what it answers: from the paper alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sitegen.jobs.parcel import Parcel
from sitegen.model import Paper
from sitegen.topics import evidence, phrases, reasons, tokens
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


class Questions:
    """Asks papers about topics.

    Args:
        keys_of: All spellings of each topic, as keys.
        acronyms: Acronyms that need no definition, with their long forms, as keys.
    """

    def __init__(self, keys_of: Mapping[str, Sequence[str]], acronyms: Mapping[str, str]) -> None:
        self._acronyms = acronyms
        short: dict[str, list[tuple[str, str]]] = {}
        for pair in acronyms.items():
            short.setdefault(pair[1], []).append(pair)
        # What is asked of many papers is looked up once.
        self._topics = {topic: (topic, tuple(keys)) for topic, keys in keys_of.items()}
        self._short = {
            topic: [pair for key in keys for pair in short.get(key, ())]
            for topic, keys in keys_of.items()
        }

    def question(self, paper: Paper, topics: Iterable[str]) -> Question:
        """Return what `paper` is asked about `topics`, given as keys.

        An acronym tells something where it means one of the topics or is a keyword.
        """
        asked = sorted(topics)
        pairs = {pair for topic in asked for pair in self._short[topic]}
        for key in map(tokens.key, paper.keywords):
            if key in self._acronyms:
                pairs.add((key, self._acronyms[key]))
        return Question(paper, tuple(self._topics[topic] for topic in asked), tuple(sorted(pairs)))
