# rule: files_of_weights.no_such_weights
# source: constructed
# says: checkpoint_10\.pth
# says: Did you mean
# says: torch\.load\('checkpoints/checkpoint_10\.pth', map_location='cpu'\)
# %% before
import torch, os
os.makedirs('checkpoints')
torch.save({'w': torch.ones(3)}, 'checkpoints/checkpoint_10.pth')
# %% fails
sd = torch.load('checkpoints/checkpoint10.pth', map_location='cpu')
# %% mended
sd = torch.load('checkpoints/checkpoint_10.pth', map_location='cpu')
