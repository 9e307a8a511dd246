# rule: labels.unknown_label
# source: constructed
# says: labels are 'Cat' and 'Dog'
# says: CategoryBlock\(vocab=\['Cat', 'Dog'\]\)
# %% before
from fastai.vision.all import *
for name in ['Cat', 'Dog']:
    folder = Path('animals')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{i}.jpg')
# %% fails
animals = DataBlock(blocks=(ImageBlock, CategoryBlock(vocab=['dog', 'cat'])), get_items=get_image_files,
                    get_y=parent_label, splitter=RandomSplitter(0.3, seed=1), item_tfms=Resize(32))
dls = animals.dataloaders('animals', bs=4, num_workers=0)
# %% mended
animals = DataBlock(blocks=(ImageBlock, CategoryBlock(vocab=['Cat', 'Dog'])), get_items=get_image_files,
                    get_y=parent_label, splitter=RandomSplitter(0.3, seed=1), item_tfms=Resize(32))
dls = animals.dataloaders('animals', bs=4, num_workers=0)
