"""Folding of words, so that the spellings of one phrase share one key."""

import re
from functools import lru_cache

_IRREGULAR = {
    "analyses": "analysis", "appendices": "appendix", "biases": "bias", "buses": "bus",
    "centre": "center", "children": "child", "cookies": "cookie", "corpora": "corpus",
    "corpuses": "corpus", "criteria": "criterion", "datum": "data", "defence": "defense",
    "fibre": "fiber", "gases": "gas", "grey": "gray", "hypotheses": "hypothesis",
    "indices": "index", "lenses": "lens", "licence": "license", "matrices": "matrix",
    "movies": "movie", "phenomena": "phenomenon", "simplices": "simplex", "syntheses": "synthesis",
    "theses": "thesis", "vertices": "vertex", "viruses": "virus",
}  # fmt: skip
_UNCHANGED_WORDS = """
archimedes atlas bayes bias canvas chaos cosmos gas gauss gps hopkins https kubernetes lens mars
news pancreas plus pythia reuters series species stokes texas thus whereas windows yes
"""
_UNCHANGED = frozenset(_UNCHANGED_WORDS.split())
_BRITISH = (
    (re.compile(r"(?<=.al|.ar|.an|.at|.en|.er|.et|.im|.it|.nt|.or)is(e[drs]?|ers|ing|ations?)$"),
     r"iz\1"),
    (re.compile(r"^(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap)our"),
     r"\1or"),
    (re.compile(r"^(cancel|channel|label|level|model|signal|travel|tunnel)l(?=ing|ed|er)"),
     r"\1"),
    (re.compile(r"^(anal|cata|para)lys(e[drs]?|ing)$"), r"\1lyz\2"),
)  # fmt: skip
_MAYBE_BRITISH = re.compile("is|our|ll|lys").search
_PREFIXES = frozenset(["multi", "non", "pre", "self", "semi"])
_SAME = {
    "disentangled representation": "disentanglement",
    "disentangled representation learning": "disentanglement",
    "distributional shift": "distribution shift",
    "learning disentangled representation": "disentanglement",
    "learning invariant representation": "invariant representation",
    "math reasoning": "mathematical reasoning",
}
_SAME_WORDS = {
    "behavioral": "behavior",
    "bipedal": "biped",
    "compressive": "compressed",
    "convolution": "convolutional",
    "dialog": "dialogue",
    "dimension": "dimensionality",
    "modeling": "model",
    "quadrupedal": "quadruped",
    "recommendation": "recommender",
    "robotic": "robot",
}
# What these mean inside longer phrases is certain; alone they may be spelled out by a paper.
_LONG_FORMS = {
    "ai": "artificial intelligence",
    "cnn": "convolutional neural network",
    "crf": "conditional random field",
    "dnn": "deep neural network",
    "gan": "generative adversarial network",
    "gcn": "graph convolutional network",
    "gnn": "graph neural network",
    "hmm": "hidden markov model",
    "kg": "knowledge graph",
    "llm": "large language model",
    "lm": "language model",
    "lstm": "long short term memory",
    "marl": "multi agent reinforcement learning",
    "mcmc": "markov chain monte carlo",
    "mdp": "markov decision process",
    "moe": "mixture of expert",
    "mrf": "markov random field",
    "nlg": "natural language generation",
    "nlp": "natural language processing",
    "nlu": "natural language understanding",
    "nmt": "neural machine translation",
    "ode": "ordinary differential equation",
    "pca": "principal component analysis",
    "pde": "partial differential equation",
    "qa": "question answering",
    "rl": "reinforcement learning",
    "rnn": "recurrent neural network",
    "sde": "stochastic differential equation",
    "sgd": "stochastic gradient descent",
    "svm": "support vector machine",
    "vae": "variational autoencoder",
    "vlm": "vision language model",
    "vqa": "visual question answering",
}
# What is said for short names no subject by itself: *self-supervised* depth estimation learns so.
_SHORT = {
    "bimanual": "bimanual manipulation",
    "convex": "convex optimization",
    "disentangled": "disentanglement",
    "disentangling": "disentanglement",
    "dynamic system": "dynamical system",
    "few shot": "few shot learning",
    "graph convolutional neural network": "graph convolutional network",
    "humanoid": "humanoid robot",
    "kalman filtering": "kalman filter",
    "lifelong": "lifelong learning",
    "micro air vehicle": "micro aerial vehicle",
    "multi agent": "multi agent system",
    "multi label": "multi label classification",
    "multi robot": "multi robot system",
    "multi task": "multi task learning",
    "multiagent": "multiagent system",
    "multiclass": "multiclass classification",
    "multitask": "multitask learning",
    "non convex": "non convex optimization",
    "nonconvex": "nonconvex optimization",
    "one shot": "one shot learning",
    "particle filtering": "particle filter",
    "privacy preserving": "privacy",
    "self driving": "autonomous driving",
    "self supervised": "self supervised learning",
    "self supervision": "self supervised learning",
    "semi supervised": "semi supervised learning",
    "sim to real transfer": "sim to real",
    "sim2real transfer": "sim to real",
    "submodular": "submodular function",
    "submodularity": "submodular function",
    "visual inertial": "visual inertial odometry",
    "wasserstein": "wasserstein distance",
    "weak supervision": "weakly supervised learning",
    "weakly supervised": "weakly supervised learning",
    "zero shot": "zero shot learning",
}
# Behind two words or more they add nothing: *policy gradient methods*.
ADDING_NOTHING = ("algorithm", "method", "problem")
_NEURAL = re.compile(r"((?:deep )?(?:convolution(?:al)?|recurrent)) network")
_TO = re.compile(r"(?<=[a-z])2(?=[a-z])")
HYPHEN = re.compile("[-‐‑–]")
_POSSESSIVE = re.compile("['’]s?$")


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """Return the key of one token: lower case, hyphens as blanks, each part singular.

    A word in capitals that ends in S is taken for an acronym and keeps it (``GPS``), ``LLMs``
    loses it.
    """
    if word.isalpha():
        return _part(word)
    return " ".join(_part(part) for part in HYPHEN.split(_POSSESSIVE.sub("", word)) if part)


@lru_cache(maxsize=1 << 16)
def squeezed(phrase: str) -> str:
    """Return what the spellings of one subject share.

    It takes no notice of blanks (``auto encoder``), of the order of the words around
    *learning* (``learning representation``), and of a last *model* after two words or more;
    a prefix is no word of its own, a 2 between letters is *to* (``sim2real``). Common acronyms
    count as what they mean (``deep RL``).
    """
    phrase = _SAME.get(phrase, phrase)
    if "2" in phrase:
        phrase = _TO.sub("to", phrase)
    parts = [_SAME_WORDS.get(part, part) for part in phrase.split()]
    if len(parts) > 1 and not _LONG_FORMS.keys().isdisjoint(parts):
        parts = " ".join([_LONG_FORMS.get(part, part) for part in parts]).split()
    if len(parts) > 2 and parts[0] in _PREFIXES:
        parts[:2] = [parts[0] + parts[1]]
    if len(parts) == 2 and "learning" in parts:
        parts.sort()
    elif len(parts) > 2 and parts[-1] == "model":
        del parts[-1]
    return "".join(parts)


@lru_cache(maxsize=1 << 16)
def subject(phrase: str) -> str:
    """Return what all phrases share that name the subject of one topic.

    It takes no notice of what `squeezed` does not, nor of a last *method*, *algorithm* or
    *problem* after two words or more. What is said for short (``self supervised``) counts as
    what it means.
    """
    opening, _, last = phrase.rpartition(" ")
    if " " in opening and last in ADDING_NOTHING:
        phrase = opening
    if (match := _NEURAL.fullmatch(phrase)) is not None:
        phrase = f"{match[1]} neural network"
    return squeezed(_SHORT.get(phrase, phrase))


def says_in_full(phrase: str) -> bool:
    """Tell whether a phrase names its subject neither for short nor with a word too many."""
    return subject(phrase) == squeezed(phrase)


def unsaid(phrase: str) -> str:
    """Return what a phrase that is said for short leaves out at its end, or nothing."""
    full = _SHORT.get(phrase, "")
    return full[len(phrase) + 1 :] if full.startswith(f"{phrase} ") else ""


def _part(word: str) -> str:
    """Return the singular American form of a word without hyphens, in lower case."""
    lower = word.lower()
    if len(lower) < 4 and not word.endswith("s"):
        return lower
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if word.isupper():
        return lower
    if _MAYBE_BRITISH(lower):
        for pattern, replacement in _BRITISH:
            lower = pattern.sub(replacement, lower)
    return _singular(lower)


def _singular(word: str) -> str:
    """Return `word` without the ending of its plural; words in -ics, -ss, -us, -is keep it."""
    if not word.endswith("s") or len(word) < 3 or word in _UNCHANGED:
        return word
    if word.endswith(("ss", "us", "is", "ics")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]
