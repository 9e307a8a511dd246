# rule: items_found.nothing_found
# source: constructed
# says: get_pngs.*returned nothing
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
def get_pngs(path): return [o for o in get_image_files(path) if o.suffix == '.png']
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_pngs,
                 get_y=parent_label, splitter=RandomSplitter(), item_tfms=Resize(32))
dls = pets.dataloaders('data', bs=4)
# %% mended
len(get_pngs(Path('data')))
