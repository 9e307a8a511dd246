"""Attributes that objects had in fastai 1, and what became of them. No rules of its own."""

TEST = "test_dl = {dls}.test_dl(test_files)\npreds, targs = {learn}.get_preds(dl=test_dl)"
BLOCK = "dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,\n    {}).dataloaders(path)"
BLOCK_OF_TABLE = (
    "dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('name', pref=path),\n"
    "    {}).dataloaders(df)"
)
# For a kind of object and a name of fastai 1: what it is now, and the line. "{}" stands for the object.
OF_LEARNER = {
    "data": ("it is `dls`", "{}.dls"),
    "destroy": ("delete the variable itself", "import gc\ndel {}\ngc.collect()"),
    "purge": ("there is no purge: make the Learner anew", "import gc\ndel {}\ngc.collect()"),
    "TTA": ("it is `tta`, in small letters", "preds, targs = {}.tta()"),
    "mixup": ("it is the callback `MixUp`", "{}.fit_one_cycle(4, cbs=MixUp())"),
    "interpret": (
        "it is `ClassificationInterpretation.from_learner`",
        "interp = ClassificationInterpretation.from_learner({})",
    ),
    "split": (
        "it is the argument `splitter` of the Learner",
        "learn = Learner(dls, model, splitter=my_splitter)",
    ),
    "layer_groups": (
        "the groups are those of the optimizer: lists of parameters, no modules, so without `.parameters()`",
        "{}.create_opt()\n{}.opt.param_lists",
    ),
    "callback_fns": ("it is `cbs`, a list of callbacks", "{}.add_cb(MyCallback())"),
    "callbacks": ("it is `cbs`", "{}.cbs"),
    "pred_batch": ("it is `get_preds`", "preds, targs = {}.get_preds()"),
    "clip_grad": ("it is the callback `GradientClip`", "{}.add_cb(GradientClip(0.1))"),
    "bias": ("it is a method of the model", "{}.model.bias(items, is_item=True)"),
    "weight": ("it is a method of the model", "{}.model.weight(items, is_item=True)"),
    "fit_fc": ("it is `fit_flat_cos`", "{}.fit_flat_cos(4)"),
    "metric": ("it is `metrics`", "{}.metrics"),
    "plot": ("`lr_find` draws its curve at once", "{}.lr_find()"),
    "sched": ("it is the Recorder", "{}.recorder.plot_sched()"),
    "lr_find2": ("it is `lr_find`", "{}.lr_find()"),
    "bn_freeze": ("it is `train_bn=False` when the Learner is made", "Learner(dls, model, train_bn=False)"),
    "loss_fn": ("it is `loss_func`", "{}.loss_func"),
    "unfreeze_all": ("it is `unfreeze`", "{}.unfreeze()"),
}
OF_RECORDER = {
    "plot": ("`lr_find` draws its curve at once; to see it again, `plot_lr_find`", "{}.plot_lr_find()"),
    "plot_losses": ("it is `plot_loss`", "{}.plot_loss()"),
    "plot_lr": ("it is `plot_sched`", "{}.plot_sched()"),
    "plot_metrics": ("the numbers are in `values`", "L({}.values).itemgot(2)"),
    "val_losses": ("they are the second of each epoch's `values`", "L({}.values).itemgot(1)"),
    "metrics": ("they are in `values`, a list for each epoch", "{}.values"),
    "min_grad_lr": ("`lr_find` returns its suggestion", "learn.lr_find().valley"),
    "losses_": ("it is `losses`", "{}.losses"),
    "add_metric_names": (
        "`ValueMetric`, among the Learner's metrics, shows a number that a callback calculated",
        "learn.metrics = [ValueMetric(my_value, 'my_metric')]  # my_value: a function that returns the number",
    ),
    "names": ("it is `metric_names`", "{}.metric_names"),
}
OF_DATA = {
    "classes": ("it is `vocab`", "{}.vocab"),
    "train_dl": ("it is `train`", "{}.train"),
    "valid_dl": ("it is `valid`", "{}.valid"),
    "trn_dl": ("it is `train`", "{}.train"),
    "val_dl": ("it is `valid`", "{}.valid"),
    "trn_ds": ("it is `train_ds`", "{}.train_ds"),
    "val_ds": ("it is `valid_ds`", "{}.valid_ds"),
    "normalize": (
        "Normalize is one of the `batch_tfms`, given when the DataLoaders are made; `vision_learner` adds it itself",
        "dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(224),\n"
        "    batch_tfms=[*aug_transforms(), Normalize.from_stats(*imagenet_stats)])",
    ),
    "batch_size": ("it is `bs`", "{}.bs"),
    "one_item": ("make a DataLoader of the one item", "{}.test_dl([item]).one_batch()"),
    "denorm": ("`decode` undoes the transforms of a batch", "{}.decode({}.one_batch())"),
    "save": ("there is no `save`: torch saves them", "torch.save({}, 'dls.pkl')"),
    "export": ("the Learner has it", "learn.export('export.pkl')"),
    "add_test": ("a test set is a DataLoader of its own", "test_dl = {}.test_dl(test_files)"),
    "test_ds": ("a test set is a DataLoader of its own", "test_dl = {}.test_dl(test_files)"),
    "x": ("the items are in `items`; index the dataset for a pair", "x, y = {}[0]"),
    "y": ("index the dataset for a pair", "x, y = {}[0]"),
    "databunch": ("it is `dataloaders`", "dls = {}.dataloaders()"),
    "label_list": ("the two datasets are `train_ds` and `valid_ds`", "{}.train_ds, {}.valid_ds"),
    "batch_stats": (
        "take them of a batch yourself",
        "x = {}.one_batch()[0]\nx.mean(dim=[0, 2, 3]), x.std(dim=[0, 2, 3])",
    ),
    "c2i": ("it is `vocab.o2i`", "{}.vocab.o2i"),
    "fix_dl": (
        "a loader of the training items in their order is made of `train`",
        "{}.train.new(shuffle=False, drop_last=False)",
    ),
    "single_dl": ("make a DataLoader of the one item", "{}.test_dl([item])"),
    "single_ds": ("make a DataLoader of the one item", "{}.test_dl([item])"),
    "sanity_check": ("look at a batch instead", "{}.show_batch()"),
    "show": ("it is `show_batch`", "{}.show_batch()"),
}
OF_BLOCK = {
    "databunch": ("it is `dataloaders`", "dls = {}.dataloaders(path)"),
    **{
        name: (
            "the split is the argument `splitter` of the DataBlock",
            BLOCK.format(f"{form.format(given)}, get_y=parent_label"),
        )
        for name, form, given in (
            ("split_by_rand_pct", "splitter=RandomSplitter(0.2)", ""),
            ("random_split_by_pct", "splitter=RandomSplitter(0.2)", ""),
            ("split_by_folder", "splitter=GrandparentSplitter()", ""),
            ("split_by_idx", "splitter=IndexSplitter({})", "valid_idx"),
            ("split_by_valid_func", "splitter=FuncSplitter({})", "is_valid"),
            ("split_by_fname_file", "splitter=FileSplitter({})", "'valid.txt'"),
        )
    },
    "label_from_func": ("it is the argument `get_y`", BLOCK.format("get_y=label_func")),
    "label_from_re": ("it is the argument `get_y`", BLOCK.format("get_y=RegexLabeller(pat)")),
    "split_from_df": (
        "it is the argument `splitter`",
        BLOCK_OF_TABLE.format("splitter=ColSplitter('is_valid'), get_y=ColReader('label')"),
    ),
    "label_from_df": ("it is the argument `get_y`", BLOCK_OF_TABLE.format("get_y=ColReader('label')")),
    "normalize": (
        "Normalize is one of the `batch_tfms`",
        BLOCK.format(
            "get_y=parent_label, item_tfms=Resize(224),\n    batch_tfms=Normalize.from_stats(*imagenet_stats)"
        ),
    ),
    "label_from_folder": ("it is the argument `get_y`", BLOCK.format("get_y=parent_label")),
    "transform": (
        "they are the arguments `item_tfms` and `batch_tfms`",
        BLOCK.format("get_y=parent_label, item_tfms=Resize(224)"),
    ),
}
OF_LOADERS = frozenset(
    {"show_batch", "one_batch", "vocab", "train", "valid", "train_ds", "valid_ds", "c", "bs"}
)
OF_INTERPRETATION = {
    "plot_multi_top_losses": ("it is `plot_top_losses`", "{}.plot_top_losses(9)"),
    "show_top_losses": ("it is `plot_top_losses`", "{}.plot_top_losses(9)"),
}
OF_IMAGE = {
    "data": ("the numbers come as a tensor", "image2tensor({})"),
    "px": ("the numbers come as a tensor", "image2tensor({})"),
    "apply_tfms": ("transforms are called, and given the picture", "RandomResizedCrop(224)({})"),
}
