# rule: scalars.truth_of_several
# source: https://stackoverflow.com/questions/52946920
# says: \.any\(\)
# says: \.all\(\)
# %% before
import torch
preds = torch.rand(3)
# %% fails
if preds > 0.5:
    print("yes")
# %% mended
if (preds > 0.5).all():
    print("yes")
