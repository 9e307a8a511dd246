# rule: not checkpoints.checkpoint_key
# source: constructed
# %% before
import torch
settings = {'bs': 64, 'model': 'resnet18', 'sizes': [1, 2]}
# %% fails
settings['model_state_dict']
