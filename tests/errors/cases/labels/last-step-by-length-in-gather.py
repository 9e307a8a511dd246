# rule: indices.class_number_past_the_end
# source: constructed
# says: lengths\s+=\s+lengths\s+-\s+1
# %% before
import torch
out, lengths = torch.rand(3, 4), torch.tensor([4, 2, 1])
# %% fails
last = out.gather(1, lengths.unsqueeze(1))
# %% mended
lengths = lengths - 1
last = out.gather(1, lengths.unsqueeze(1))
