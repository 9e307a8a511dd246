# rule: pictures_to_pil.not_a_picture
# source: constructed
# says: int64
# says: tfm\(t\.byte\(\)\)
# %% before
import torch
from torchvision import transforms
t=torch.randint(0,255,(3,32,32))
tfm=transforms.Compose([transforms.ToPILImage(), transforms.Resize(16), transforms.ToTensor()])
# %% fails
tfm(t)
# %% mended
tfm(t.byte())
