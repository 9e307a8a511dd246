# rule: items_found.nothing_found
# source: constructed (an archive unpacked into a folder of its own name)
# says: one level deeper
# says: Path\('data/hymenoptera'\)
# %% before
from fastai.vision.all import *
for name in 'train/ant train/bee valid/ant valid/bee'.split():
    folder = Path('data/hymenoptera')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_folder('data', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder(Path('data/hymenoptera'), item_tfms=Resize(32), bs=4)
