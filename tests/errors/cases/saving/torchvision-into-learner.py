# rule: saving_sizes.whole_network_in_a_cut_one
# source: constructed
# says: torchvision
# says: body
# says: create_body
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False)
torch.save(resnet18().state_dict(), 'resnet18-5c106cde.pth')
# %% fails
learn.model.load_state_dict(torch.load('resnet18-5c106cde.pth'))
# %% mended
whole = resnet18()
whole.load_state_dict(torch.load('resnet18-5c106cde.pth'))
learn.model[0].load_state_dict(create_body(whole, pretrained=False, cut=-2).state_dict())
