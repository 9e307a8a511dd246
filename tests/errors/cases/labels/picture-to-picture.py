# rule: labels.outputs_unknown
# source: constructed
# says: n_out=3
# says: channels
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
dls = DataBlock(blocks=(ImageBlock, ImageBlock), get_items=get_image_files, get_y=noop,
                item_tfms=Resize(32)).dataloaders('data', bs=2, num_workers=0)
# %% fails
learn = unet_learner(dls, resnet18, pretrained=False, loss_func=MSELossFlat())
# %% mended
learn = unet_learner(dls, resnet18, pretrained=False, loss_func=MSELossFlat(), n_out=3)
