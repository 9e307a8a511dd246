# rule: labels.text_for_numbers
# source: constructed
# says: a number with its unit behind it
# says: get_y=lambda o: float\(re\.search\(r'\(\\d\+\\\.\?\\d\*\)', weight_of\(o\)\)\[0\]\)
# %% before
from fastai.vision.all import *
Path('fish').mkdir()
for i in range(6): Image.new('RGB', (20, 20), (30 * i, 0, 9)).save(f'fish/cod_{i + 3}.png')
def weight_of(f): return f.stem.split('_')[1] + ' kg'
# %% fails
scales = DataBlock((ImageBlock, RegressionBlock), get_items=get_image_files, get_y=weight_of, splitter=IndexSplitter([1]))
dls = scales.dataloaders('fish', bs=2, num_workers=0)
dls.one_batch()
# %% mended
scales = DataBlock((ImageBlock, RegressionBlock), get_items=get_image_files,
                   get_y=lambda o: float(re.search(r'(\d+\.?\d*)', weight_of(o))[0]), splitter=IndexSplitter([1]))
dls = scales.dataloaders('fish', bs=2, num_workers=0)
dls.one_batch()
