# rule: python_attributes.not_called
# source: constructed
# says: data is the method dataloaders
# says: parentheses
# says: data = numbers\.dataloaders\(
# %% before
from fastai.vision.all import *
path = Path('digits')
for one in ('three', 'seven'):
    (path/one).mkdir(parents=True)
    for i in range(4): PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save(path/one/f'{i}.png')
numbers = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                    splitter=RandomSplitter(seed=1))
# %% fails
data = numbers.dataloaders
x, y = data.one_batch()
# %% mended
data = numbers.dataloaders(path, bs=2, num_workers=0)
x, y = data.one_batch()
