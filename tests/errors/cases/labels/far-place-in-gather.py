# rule: not indices.class_number_past_the_end
# source: constructed
# %% before
import torch
out, where = torch.rand(3, 4), torch.tensor([9, 2, 0])
# %% fails
some = out.gather(1, where.unsqueeze(1))
