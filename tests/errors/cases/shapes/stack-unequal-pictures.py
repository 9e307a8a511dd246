# rule: joining.join_unequal
# source: https://forums.fast.ai/t/stack-expects-each-tensor-to-be-equal-size/67186
# says: one size|Resize
# says: \(3, 32, 40\)
# %% before
import torch
imgs = [torch.rand(3, 32, 32), torch.rand(3, 32, 40)]
# %% fails
torch.stack(imgs)
# %% mended
torch.stack([o[:, :32, :32] for o in imgs])
