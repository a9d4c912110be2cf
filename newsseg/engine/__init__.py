"""Engine: the text of a page becomes its records.

In the order of the work: ``lines`` and ``widths`` measure; ``facts``, ``forms``, ``signs``, ``insets``, ``verse``,
``roles`` and ``revised`` tell what each line is; ``unwrap`` joins lines to blocks; ``sort``, ``columns``, ``flow``,
``mends``, ``letters``, ``briefs``, ``boundaries`` and ``split`` part them into bodies; ``evidence``, ``displays``,
``choices``, ``headlines``, ``banners``, ``titles`` and ``owners`` give each body its display texts and captions;
``drafts`` and ``assemble`` make the records; ``confidence`` and ``explain`` tell how sure that is, and why.
"""
