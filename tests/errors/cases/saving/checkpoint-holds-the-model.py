# rule: saving.checkpoint_dict
# source: https://github.com/ultralytics/yolov5/issues/6610
# says: whole model
# says: \['model'\]\.state_dict\(\)
# %% before
import torch
from torch import nn
model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
torch.save({'epoch': 2, 'model': model, 'ema': None}, 'best.pt')
# %% fails
ck = torch.load('best.pt', weights_only=False)
model.load_state_dict(ck)
# %% mended
ck = torch.load('best.pt', weights_only=False)
model.load_state_dict(ck['model'].state_dict())
