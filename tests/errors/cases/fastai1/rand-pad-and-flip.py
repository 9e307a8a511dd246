# rule: fastai1_transforms.transform_of_fastai1
# source: https://github.com/fastai/fastai1 (examples/train_cifar.py)
# says: rand_pad and flip_lr
# says: item_tfms = \[CropPad\(36, pad_mode=PadMode.Reflection\), RandomCrop\(28\)\]
# says: batch_tfms = \[Flip\(p=0.3\)\]
# %% before
from fastai.vision.all import *
for name in ['oak', 'elm']:
    folder = Path('trees')/name; folder.mkdir(parents=True)
    for i in range(10): Image.new('RGB', (28, 28), (i * 20, 60, 90)).save(folder/f'{i}.jpg')
# %% fails
tfms = (rand_pad(4, 28) + [flip_lr(p=0.3)], [])
# %% mended
item_tfms = [CropPad(36, pad_mode=PadMode.Reflection), RandomCrop(28)]
batch_tfms = [Flip(p=0.3)]
dls = ImageDataLoaders.from_folder('trees', valid_pct=0.2, item_tfms=item_tfms, batch_tfms=batch_tfms, bs=4, num_workers=0)
xb, yb = dls.one_batch()
assert xb.shape[-1] == 28
