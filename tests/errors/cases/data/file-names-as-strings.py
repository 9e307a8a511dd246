# rule: label_functions.name_in_place_of_path
# source: constructed (os.listdir or glob in place of get_image_files)
# says: strings
# says: Path\(f\) for f in fnames
# %% before
from fastai.vision.all import *
from glob import glob
for name in 'cat dog'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
fnames = glob('images/*/*.jpg')
dls = ImageDataLoaders.from_name_func('images', fnames, lambda x: x[0], item_tfms=Resize(32), bs=4)
# %% mended
fnames = glob('images/*/*.jpg')
fnames = [Path(f) for f in fnames]
dls = ImageDataLoaders.from_name_func('images', fnames, lambda x: x[0], item_tfms=Resize(32), bs=4)
