# rule: labels.labels_of_two_types
# source: constructed
# says: \.group\(1\)
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
def label(x): return re.search('(cat|dog)', str(x))
dls = ImageDataLoaders.from_path_func('data', get_image_files('data'), label, item_tfms=Resize(32), bs=4)
# %% mended
def label(x): return re.search('(cat|dog)', str(x)).group(1)
dls = ImageDataLoaders.from_path_func('data', get_image_files('data'), label, item_tfms=Resize(32), bs=4)
