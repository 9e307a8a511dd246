# rule: label_functions.path_for_a_reader
# source: constructed
# says: ColReader\('tree'\)
# says: get_image_files
# says: get_y=parent_label
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(5): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{c}{i}.png')
table = pd.DataFrame({'file': [str(f) for f in get_image_files('leaves')]})
table['tree'] = [Path(f).parent.name for f in table['file']]
leaves = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=ColReader('tree'),
                   splitter=RandomSplitter(seed=3))
# %% fails
dls = leaves.dataloaders('leaves', bs=2, num_workers=0)
# %% mended
leaves = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=3), get_y=parent_label)
dls = leaves.dataloaders('leaves', bs=2, num_workers=0)
