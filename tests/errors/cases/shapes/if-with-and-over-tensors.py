# rule: scalars.truth_of_several
# source: constructed
# says: \(\(low > 0\.2\) & \(high < 0\.9\)\)\.all\(\)
# %% before
import torch
low, high = torch.tensor([.1, .3]), torch.tensor([.8, .95])
# %% fails
if low > 0.2 and high < 0.9:
    print('all in')
# %% mended
if ((low > 0.2) & (high < 0.9)).all():
    print('all in')
