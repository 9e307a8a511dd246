# notice: none
# source: fastbook, chapter 11
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
files = get_image_files(path)
splits = RandomSplitter(seed=42)(files)
dsets = Datasets(files, [[PILImage.create], [parent_label, Categorize()]], splits=splits)
dls = dsets.dataloaders(after_item=[Resize(32), ToTensor()], after_batch=[IntToFloatTensor(), *aug_transforms()], bs=4, num_workers=0)
dls.one_batch()[0].shape
