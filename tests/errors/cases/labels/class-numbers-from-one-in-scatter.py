# rule: indices.class_number_past_the_end
# source: https://github.com/KaiyangZhou/deep-person-reid/issues/420
# says: begin\s+at\s+1
# says: labels\s+=\s+labels\s+-\s+1
# %% before
import torch
labels = torch.tensor([1, 2, 3, 3])
# %% fails
hot = torch.zeros(4, 3).scatter_(1, labels.unsqueeze(1), 1.0)
# %% mended
labels = labels - 1
hot = torch.zeros(4, 3).scatter_(1, labels.unsqueeze(1), 1.0)
