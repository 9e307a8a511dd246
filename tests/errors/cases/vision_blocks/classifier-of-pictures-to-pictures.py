# rule: heads_for_pictures.classifier_for_pictures
# source: constructed
# says: target is a picture
# says: unet_learner\(loaders, resnet18.*n_out=3
# %% before
from fastai.vision.all import *
Path('old').mkdir()
for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'old/{i}.jpg')
loaders = DataBlock((ImageBlock, ImageBlock), get_items=get_image_files).dataloaders('old', bs=2, num_workers=0)
# %% fails
learn = vision_learner(loaders, resnet18, pretrained=False, loss_func=L1LossFlat())
# %% mended
learn = unet_learner(loaders, resnet18, pretrained=False, loss_func=L1LossFlat(), n_out=3)
