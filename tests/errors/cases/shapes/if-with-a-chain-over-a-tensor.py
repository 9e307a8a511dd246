# rule: scalars.truth_of_several
# source: constructed
# says: \(\(0 < probs\) & \(probs < 1\)\)\.all\(\)
# %% before
import torch
probs = torch.tensor([.1, .3])
# %% fails
assert 0 < probs < 1
# %% mended
assert ((0 < probs) & (probs < 1)).all()
