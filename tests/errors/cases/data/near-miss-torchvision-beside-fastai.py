# rule: not data_torchvision_tfms.torchvision_in_fastai
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
import torchvision.transforms as T
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, item_tfms=Resize(32), bs=4, num_workers=0)
T.Normalize([0.5], [0.5])(PILImage.create(get_image_files(path)[0]))
