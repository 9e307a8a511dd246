# rule: joining.join_unequal
# source: https://discuss.pytorch.org/t/runtimeerror-stack-expects-each-tensor-to-be-equal-size-but-got-3-224-224-at-entry-0-and-3-224-336-at-entry-3/87211
# says: one size|Resize
# says: \(3, 32, 40\)
# %% before
import torch
imgs = [torch.rand(3, 32, 32), torch.rand(3, 32, 40)]
# %% fails
torch.stack(imgs)
# %% mended
torch.stack([o[:, :32, :32] for o in imgs])
