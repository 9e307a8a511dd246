# rule: label_numbers.mask_beyond_codes
# source: https://github.com/milesial/Pytorch-UNet/issues/291
# says: 0 and 255
# says: mask > 127
# %% before
from fastai.vision.all import *
for name in 'im'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
Path('data/mask').mkdir()
for i in range(6): Image.fromarray((np.arange(1600).reshape(40, 40) % 2 * 255).astype(np.uint8)).save(f'data/mask/i_{i}.png')
def label_path(o): return Path('data/mask')/f'{o.stem}.png'
def data(get_y):
    return DataBlock(blocks=(ImageBlock, MaskBlock(codes=['void', 'road'])), get_items=partial(get_image_files, folders=['im']),
                     get_y=get_y, item_tfms=Resize(32, method='squish')).dataloaders('data', bs=2, num_workers=0)
# %% fails
dls = data(label_path)
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
# %% mended
def get_mask(fn):
    mask = np.array(Image.open(label_path(fn)))
    return PILMask.create((mask > 127).astype(np.uint8))
dls = data(get_mask)
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
