# rule: files_of_weights.not_weights
# source: constructed
# says: Keras
# %% before
import torch
open('vgg.h5', 'wb').write(b'\x89HDF\r\n\x1a\n' + bytes(200))
# %% fails
torch.load('vgg.h5')
