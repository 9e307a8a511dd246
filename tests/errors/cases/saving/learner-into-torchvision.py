# rule: saving_sizes.whole_network_in_a_cut_one
# source: constructed
# says: vision_learner
# says: body and a head
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
torch.save(vision_learner(dls, resnet18, pretrained=False).model.state_dict(), 'pets.pth')
# %% fails
model = resnet18(num_classes=2)
model.load_state_dict(torch.load('pets.pth'))
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False)
learn.model.load_state_dict(torch.load('pets.pth'))
