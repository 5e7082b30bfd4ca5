"""When a phrase is somebody's keyword: what both must share after folding and stemming."""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from sitegen import text

_PARENTHESES = re.compile(r"\([^)]*\)")
_STEMMER = snowballstemmer.stemmer("english")
# Acronyms that authors write as often as what they stand for; singular, in small letters.
ACRONYMS = {
    "ai": "artificial intelligence",
    "asr": "automatic speech recognition",
    "cnn": "convolutional neural network",
    "gan": "generative adversarial network",
    "gcn": "graph convolutional network",
    "gnn": "graph neural network",
    "hri": "human robot interaction",
    "llm": "large language model",
    "lstm": "long short term memory",
    "marl": "multi agent reinforcement learning",
    "mdp": "markov decision process",
    "nerf": "neural radiance field",
    "nlp": "natural language processing",
    "nmt": "neural machine translation",
    "rag": "retrieval augmented generation",
    "rl": "reinforcement learning",
    "rlhf": "reinforcement learning from human feedback",
    "rnn": "recurrent neural network",
    "sgd": "stochastic gradient descent",
    "slam": "simultaneous localization and mapping",
    "svm": "support vector machine",
    "vae": "variational autoencoder",
    "vla": "vision language action",
    "vlm": "vision language model",
    "vqa": "visual question answering",
}


@lru_cache(maxsize=1 << 18)
def folded(phrase: str) -> str:
    """Return `phrase` without case, accents, hyphens and parentheses, its words stemmed."""
    words = text.folded(_PARENTHESES.sub(" ", phrase)).split()
    spelled = " ".join(_spelled_out(word) for word in words)
    return " ".join(_STEMMER.stemWord(word) for word in spelled.split())


def _spelled_out(word: str) -> str:
    """Return what an acronym of the table stands for, else `word`."""
    return ACRONYMS.get(word) or ACRONYMS.get(word.removesuffix("s"), word)


def all_folded(phrases: Iterable[str]) -> set[str]:
    """Return the folded forms of phrases, without those that fold to nothing."""
    return {form for phrase in phrases if (form := folded(phrase))}
