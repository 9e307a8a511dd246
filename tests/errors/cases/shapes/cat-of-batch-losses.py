# rule: joining.join_of_scalars
# source: https://discuss.pytorch.org/t/runtimeerror-zero-dimensional-tensor-at-position-0-cannot-be-concatenated/54092
# says: batch_losses holds 3
# says: no dimension|single number
# says: torch\.stack\(batch_losses\)
# %% before
import torch
batch_losses = [torch.rand(5).mean() for _ in range(3)]
# %% fails
print(torch.cat(batch_losses).mean())
# %% mended
print(torch.stack(batch_losses).mean())
