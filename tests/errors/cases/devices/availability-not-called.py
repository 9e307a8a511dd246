# rule: availability.never_asked
# source: constructed
# says: without parentheses
# says: counts as true
# says: where = torch\.device\('cuda' if torch\.cuda\.is_available\(\) else 'cpu'\)
# %% before
import torch
where = torch.device('cuda' if torch.cuda.is_available else 'cpu')
# %% fails
torch.zeros(2).to(where)
# %% mended
where = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
torch.zeros(2).to(where);
