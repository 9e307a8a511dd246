# rule: saving_lambdas.holds_a_lambda
# source: constructed
# says: lambda x: x / 255
# %% before
import torch
from torchvision import transforms
tfm = transforms.Compose([transforms.Resize(32), transforms.Lambda(lambda x: x/255)])
# %% fails
torch.save({'tfm': tfm, 'epoch': 3}, 'ckpt.pt')
