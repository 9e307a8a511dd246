# rule: label_numbers.mask_beyond_codes
# source: constructed
# says: codes
# says: 4 names
# %% before
from fastai.vision.all import *
for name in 'im'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
Path('data/mask').mkdir()
for i in range(6): Image.fromarray((np.arange(1600).reshape(40, 40) % 4).astype(np.uint8)).save(f'data/mask/i_{i}.png')
def label_path(o): return Path('data/mask')/f'{o.stem}.png'
def data(codes):
    return DataBlock(blocks=(ImageBlock, MaskBlock(codes=codes)), get_items=partial(get_image_files, folders=['im']),
                     get_y=label_path, item_tfms=Resize(32, method='squish')).dataloaders('data', bs=2, num_workers=0)
# %% fails
dls = data(['void', 'road'])
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
# %% mended
dls = data(['void', 'road', 'car', 'tree'])
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
