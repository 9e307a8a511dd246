# rule: files_of_weights.not_weights
# source: constructed
# says: zip archive
# says: unzip
# %% before
import torch, zipfile
torch.save({'w': torch.ones(2)}, 'model.pth')
with zipfile.ZipFile('model.zip', 'w') as z: z.write('model.pth')
# %% fails
torch.load('model.zip')
# %% mended
zipfile.ZipFile('model.zip').extractall()
torch.load('model.pth')
