"""The words that end a phrase and those that may not stand at its edge."""

_FUNCTION_WORDS = """
a about above across after again against al all almost alone along already also although always
am among amongst an and another any anything are around arxiv as aside at away be became because
become becomes becoming been before behind being below beside besides between beyond both but by
can cannot cf cid com could d did do does doing done down due during each eg either else emph et
etc even ever every everything few fewer first firstly five for four fourth from further
furthermore github had half has have having he hence her here hereby herein his hoc how however
html http https hundred hundreds i ie if ii iii in indeed inside instead into io is isn it its
itself iv just last lastly later latter less let likely ll many mathbb mathbf mathcal mathrm may
me meanwhile merely might million millions more moreover most mostly much must my namely near
nearly neither never nevertheless next nine no non none nonetheless nor not nothing now of off
often on once one ones only onto or org other others otherwise ought our ours out outside over
own pdf per perhaps please plus quite rather resp respectively same second secondly seven several
shall she should since six so some something sometimes somewhat soon still such ten textbf textit
texttt than that the their them themselves then there thereby therefore therein these they third
thirdly this those though thousand thousands three through throughout thus till to together too
toward towards twice two under underneath unless until unto up upon url us ve versus very via vs
was we well were what whatever when whenever where whereas whereby wherein whereof wherever
whether which whichever while who whoever whole whom whose why will with within without won would
www yes yet you your
"""
# Of abstracts in French, Spanish and German.
_FOREIGN_WORDS = """
aux la le avec cette comme dans del der des die du el est für las les leur leurs los nous par para
pour qui sur und une
"""
# Verbs of academic prose, each stopped in all its forms.
_VERBS = """
accomplish achieve acquire add address admit adopt affect aim alleviate allow analyse analyze
appear apply argue arise assess assume attain attempt avoid believe belong bridge bring carry
choose claim combine compare complement comprise compute conclude conduct confirm consider
consist construct contain continue contribute correspond create deal decide decrease define
deliver demonstrate denote depend derive describe deserve desire determine develop devise differ
discover discuss display dub eliminate emerge employ enable encounter encourage enforce enhance
enjoy enrich ensure entail establish evaluate examine exceed exhibit exist expect exploit explore
extend facilitate fail focus formulate gain generate get give go guarantee handle happen help
highlight hinder hold identify ignore illustrate implement imply impose improve include
incorporate increase incur indicate inspire integrate intend introduce investigate involve keep
lack leverage lie maintain make mitigate motivate necessitate need neglect observe obtain occur
offer outline outperform overcome pave perform permit pose possess predict present preserve
prevent produce promote propose prove provide publish raise reach realise realize receive
recognize recover reduce refer reflect regard relate rely remain remove replace report require
resolve result retain reveal revisit satisfy seem serve show showcase simplify solve start stay
stem struggle study substantiate succeed suffer suggest suit summarize surpass tackle tailor take
tend thank treat try turn undergo undermine underscore unify unleash unlock unveil use utilise
utilize validate vary verify want widen witness yield
"""
# Further forms: of verbs whose other forms are part of phrases (*learning*, *training*).
_VERB_FORMS = """
accounted accounts adapt adapted adapts adjust adjusted adjusts arisen assumption assumptions
begin begins boost boosts bring brought build builds built called calls came captured captures
capturing caused causes causing chosen coined come comes coming coupled designed detect detected
detects differing drawn drew estimated evolved evolves extract extracted extracts fell follow
followed follows formed found gave generalize generalizes given gives giving gone got guide
guided guides held induce induces infer inferred infers knew known knows lead leading leads learn
learned learns learnt leave leaves led left limit limited limiting limits look looks made
maximize maximizes meant meet meets met minimize minimizes modified modifies modify named note
notice optimize optimized optimizes optimizing paid play plays relied said saw say says see seek
seeks seen select selected selects shared shares shed shown sought stand stands studied taken
takes termed tested think thought took trained trains tried understand understands understood
went worked working works write writes written
"""
_PRAISE_AND_MEASURE = """
able absolutely accompanied accompany accurately actual actually ad additional additionally
adequate adequately advantageous advocate advocates afford affords aggregates ahead aka
alternative alternatives amount amounts anew apart appealing appropriate appropriately
approximately arguably assist assists attract attracted attracting attributed available basically
begun better bigger biggest brand-new briefly broadens broader broadly careful carefully certain
challenge challenges challenging characterize characterized characterizes characterizing
circumvent circumvents clarify clear clearly closely commonly commonly-used comparable comparably
comparatively compelling competing complete completely complicates comprehensive comprehensively
computationally conceptually conclude concludes conducts confirms consequently considerable
considerably consistently constitute constitutes contemporary contrary conventional
conventionally convert converts cope coped correctly costly critically crucial crucially current
currently cutting-edge date decent dedicated deeply definitely delve delves desirable despite
detailed different differentiate differently difficult difficulties difficulty distinct
distinguish distinguishes divide divides dramatic dramatically drastic drastically easier easily
easy easy-to-use effective effectively effectiveness efficacy efficiently elegant elucidate
embrace emphasize emphasizes emphasizing empirically encompass encompasses encompassing
encouraging entails entire entirely envision equally erroneous especially essential essentially
evidenced evident exactly excel excellent excels exceptional exceptionally exciting exclusively
existing expensive experimentally explicitly exploring expose exposes extensive extensively extra
extremely facto fairly familiar favor favorable favorably favors final finally first-ever
formalize formalizes former formerly formulating frequently fulfill fundamentally gather gathered
gathers generally good govern governed great greater greatest greatly hardly harness harnesses
harnessing heavily helpful high-quality higher highest highly huge hugely hypothesize identical
ignored immediate immediately impacted impede impedes impeding importance important importantly
impractical impressive impressively in-depth inability inadequate incl increasingly inefficient
inferior inherent inherently initially initiates innovative insightful insights insufficient
interesting interestingly interpret intuitive intuitively isolate justify key labor-intensive
lacks large-amount largely larger largest lately launch lengthy little locate long-standing
longer longest loosely lower lowest main mainly major manage manages markedly maximise maximises
maximized meaningful minimise minimises minimized modern modest motivates much-needed multitude
myriad naturally necessarily necessary negligible new newer newly newly-proposed next-generation
non-trivial nontrivial notable notably noteworthy notoriously novel novelty nowadays numerous
obviate obvious occasionally off-the-shelf omit optimise optimises organize organized original
originally outlines outstanding overall overlook overlooked overlooks overly paramount particular
particularly paucity penalize perceive pinpoint pioneer plausible plethora poor poorer poorly
popular pose posit possible possibly posteriori postulate potentially powerful practical
practically precisely preclude predominantly preferable preliminary presumably presume prevalent
previous previously primarily primary principled proceed proceeds prohibitive prohibitively
prominent promising prompted proper properly purely pursue pursued pursues push pushes
qualitatively quantifies quantify quantitatively quick quickly rapid rapidly rarely readily
real-life really reasonable reasonably recent recently recently-proposed refine refines
regardless relatively relevant remarkable remarkably remedy render renders repeatedly respective
restrict restricted restricts revolutionize rigorous rigorously rising rivals roughly sacrifice
sacrificing satisfactory seamless seamlessly seemingly separate separately serious severe
severely significant significantly signifies similar similarly simple simpler simply
simultaneously sizable slight slightly smaller smallest so-called so-far solely sophisticated
sota spans specific specifically specified specifies specify state-of-art state-of-the-art
state-of-the-arts straightforward strictly striking strikingly strive strives stronger subject
subsequent subsequently substantial substantially successful successfully sufficient sufficiently
suitable suitably superior superiority surprising surprisingly synthesize synthesizes systematic
systematically targeted tedious thanks theoretically thorough thoroughly thrive time-consuming
timely tiny today tough traditional traditionally translates tremendous tremendously trivial
typical typically ubiquitous ultimate ultimately unable unclear uncover uncovering uncovers
undertake undesirable unexpectedly unfolds unfortunately unique uniquely unlike unlikely
unnecessary unprecedented unsatisfactory up-to-date useful usefulness usual usually valuable
various vast vastly versa versatile viable vice visualize vital warrant warrants wealth weigh
well-defined well-established well-known well-studied well-suited widely widely-used wider
widespread worse worst wrt year years
"""
# May stand inside a phrase, but neither open nor close it; keys, hence singular.
_WEAK = """
ability absence accuracy accurate advance advantage amount approach aspect aware based benefit
capability case challenge class common complex contribution dependent different drawback driven
effective effectiveness efficient example extent finding flexible form general idea importance
improved improvement insight inspired kind lack level like limitation lot majority multiple need
new number oriented pair paper performance presence progress range related result sense set
shortcoming single sort specific standard study success technique term type usage use usefulness
variety way wise work
"""
_WEAK_FIRST = """
advent algorithm basis better choice collection combination competing current ease effect
emergence empirical enough entire existence experimental extensive fraction framework full given
good impact influence interesting main method numerical overall percentage portion possible
previous problem proposed publicly recent role sake same series several task theoretical total
whole
"""
_WEAK_LAST = """
addition aim article assisted centric characteristic code community comparison conclusion
condition demand difference enabled evidence experiment factor fashion free goal guided induced
instance intuition issue large literature manner novelty objective order outcome page part
practitioner project property purpose quality requirement research researcher robust scenario
scheme setting side simple situation small stage step style superiority website
"""
# What every second paper speaks of, or what tells no reader what a paper is about; keys.
_GENERIC = """
2 d, 2d, 3 d, 3d, 3d data, 3d hand, 3d human, 3d object, 3d representation, 6 d, 6d, accuracy,
action, adaptation, agent, algorithm, analysis, application, architecture, artificial intelligence,
assistance, assumption, attention, attention model, ball, baseline, batch, bayesian, behavior,
benchmark, bias, bidirectional, case study, causal, causal model, causal structure, chain,
characterization, class, class specific model, classification, closed loop, code, complexity,
compositional, computation, computational cost, computer science, constraint, context, control,
correlation, coverage, data, data generation, database, dataset, deep feature, deep learning, deep
learning model, deep model, deep network, deep neural network, deep neural network model, design,
disagreement, discrete data, distributed, distribution, diversity, domain, downstream task,
dynamic, dynamic model, efficiency, embedding, encoder, entity, environment, error, estimation,
estimator, evaluation, event, example, exogenous variable, expert, explaining, expression,
expressive power, fast, feature, feature mapping, feedback, foot, formal framework, framework,
frequency, function, generalization, generation, generator, ground truth, group, head, heuristic,
hidden representation, hidden state, high speed, human model, hybrid model, image, image modeling,
image sequence, individual model, inference, information, input, instruction, interaction, internal
representation, joint learning, knowledge, label, labeled data, landscape, language, language
generation, large dataset, large model, large scale, large scale learning, latent variable, layer,
learning, learning algorithm, learning framework, learning model, learning problem, learning rate,
learning task, linear, linear model, local learning, local model, long tail, loss, loss function,
machine learning, machine learning algorithm, machine learning model, machine learning task,
machine learning technique, mapping, measurement, medical, memory, meta, metric, mode, model, model
adaptation, model architecture, model generalization, model learning, model parameter, model
performance, modeling, module, moving object, multi modal, multi person, multi resolution, multi
scale, multi sensor, multimodal, multiscale, natural image, natural language, network, network
architecture, neural model, neural network, neural network architecture, neural network model,
neural representation, noise, object model, objective function, observation, observation model, off
line, offline, omnidirectional, on line, online, open source, operator, optimization, optimization
algorithm, optimization problem, orthogonal, parameter, pattern, person, pipeline, policy,
posterior, pre trained model, pre training data, prediction, prediction model, predictive model,
predictive modeling, pretrained model, prior, prior knowledge, probabilistic model, problem,
procedure, process, program, program learning, quality, query, rate, real data, real time, real
world, real world application, real world data, real world dataset, recent advance, regularization,
relation, representation, robot, robot system, robotic system, runtime, sample, sampling, search,
search space, sequence, sequential data, setting, sign, simple model, simulation, snapshot,
solution, source code, space, speed, stability, standard benchmark, state, statistic, statistical
learning, statistical model, strategy, structure, structured model, structured representation, sub,
subspace, supervised, synthetic, system, target, target variable, task, technology, test, test
data, test set, test time, text, text generation task, theory, thing, time, tool, toolkit,
topological, trained model, training, training data, training dataset, training example, training
process, training sample, training set, training time, transformation, transformer model,
understanding, unlabeled data, unsupervised, user, user study, variable, video model, weight, word
"""


def _inflected(verb: str) -> tuple[str, ...]:
    """Return `verb` with its regular forms."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
    doubled = (verb + verb[-1] + "ing", verb + verb[-1] + "ed")
    return verb, plural, verb + "ed", verb + "ing", *doubled


STOPWORDS = frozenset(
    [
        *_FUNCTION_WORDS.split(),
        *_FOREIGN_WORDS.split(),
        *_VERB_FORMS.split(),
        *_PRAISE_AND_MEASURE.split(),
    ]
    + [form for verb in _VERBS.split() for form in _inflected(verb)]
)
WEAK_FIRST = frozenset((_WEAK + _WEAK_FIRST).split())
WEAK_LAST = frozenset((_WEAK + _WEAK_LAST).split())
# All other words of this ending are adverbs, which close no phrase.
NOUNS_IN_LY = frozenset(["anomaly", "assembly", "butterfly", "family", "monopoly", "supply"])
GENERIC = frozenset(" ".join(each.split()) for each in _GENERIC.split(","))
PREPOSITIONS = frozenset(["of", "to", "from"])
