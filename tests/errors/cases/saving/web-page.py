# rule: files_of_weights.not_weights
# source: https://github.com/ConstantinSeibold/ChestXRayAnatomySegmentation/issues/17
# says: web page
# says: Google Drive - Virus scan warning
# %% before
import torch
open('best.pth', 'w').write('<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning</title></head><body></body></html>')
# %% fails
weights = torch.load('best.pth', weights_only=False)
