# rule: items_found.nothing_found
# source: constructed (DICOM files and get_image_files)
# says: 4 files \.dcm
# says: get_image_files
# says: extensions=\['\.dcm'\]
# %% before
from fastai.vision.all import *
Path('scans').mkdir()
for i in range(4): Path(f'scans/{i}.dcm').write_bytes(b'x')
# %% fails
scans = DataBlock(get_items=get_image_files, splitter=RandomSplitter())
dsets = scans.datasets(Path('scans'))
# %% mended
scans = DataBlock(get_items=partial(get_files, extensions=['.dcm']), splitter=RandomSplitter())
dsets = scans.datasets(Path('scans'))
