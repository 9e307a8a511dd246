# rule: choices_as_places.value_for_a_place
# source: https://github.com/DeepReinforcementLearning/DeepReinforcementLearningInAction/issues/7
# says: choice = np.random.choice\(len\(arms\), p=probs\)
# %% before
import numpy as np
arms = np.random.rand(4)
counts, probs = np.zeros(4), np.ones(4) / 4
# %% fails
choice = np.random.choice(arms, p=probs)
counts[choice] += 1
# %% mended
choice = np.random.choice(len(arms), p=probs)
counts[choice] += 1
