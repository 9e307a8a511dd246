# rule: arrays_copied.copy_forbidden
# source: https://github.com/PacktPublishing/Deep-Reinforcement-Learning-Hands-On-Second-Edition/issues/45
# says: np\.asarray\(frames\)
# %% before
import numpy as np
frames = [np.zeros((4, 4)), np.ones((4, 4))]
# %% fails
batch = np.array(frames, copy=False)
# %% mended
batch = np.asarray(frames)
