# notice: cut_probabilities.probabilities_cut_to_zero
# source: constructed
# says: torch\.sigmoid\(outs\)\.int\(\) drops what is behind the point
# says: \(torch\.sigmoid\(outs\) > 0\.5\)\.int\(\)
# %% before
import torch
outs = torch.randn(20)
# %% cell
answers = torch.sigmoid(outs).int()
# %% mended
answers = (torch.sigmoid(outs) > 0.5).int()
